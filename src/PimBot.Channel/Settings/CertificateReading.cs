using System.Security.Cryptography.X509Certificates;

namespace PimBot.Channel.Settings;

/// <summary>The certificate, or what is wrong with it in words that show nothing secret. The reader disposes the certificate.</summary>
internal sealed record CertificateReading(X509Certificate2? Certificate, string? Fault);

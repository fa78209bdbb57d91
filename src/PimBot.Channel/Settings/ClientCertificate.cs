using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PimBot.Channel.Settings;

/// <summary>Reads the bot's certificate from a PFX or PEM file.</summary>
internal static class ClientCertificate
{
    private const int SmallestKey = 2048;
    private const string Unusable =
        "holds no certificate with its private key that Bot:CertificatePassword opens; allowed are PFX, and PEM with certificate and key in one file";

    /// <summary>The key stays in memory, where the system can do that.</summary>
    private static X509KeyStorageFlags KeyStorage =>
        OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    /// <summary>A certificate that can sign for the bot now.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="password">Of the PFX or of the PEM's encrypted key; null: none.</param>
    /// <param name="now">Before its first and after its last day it is at fault.</param>
    public static CertificateReading Read(string path, string? password, DateTimeOffset now)
    {
        try
        {
            var certificate = Parse(File.ReadAllBytes(path), password);
            if (FaultOf(certificate, now) is not { } fault)
            {
                return new CertificateReading(certificate, null);
            }

            certificate.Dispose();
            return new CertificateReading(null, fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new CertificateReading(null, "cannot be read");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return new CertificateReading(null, Unusable);
        }
    }

    private static X509Certificate2 Parse(byte[] bytes, string? password)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal) switch
        {
            false => X509CertificateLoader.LoadPkcs12(bytes, password, KeyStorage),
            true when password is null => X509Certificate2.CreateFromPem(text, text),
            true => X509Certificate2.CreateFromEncryptedPem(text, text, password),
        };
    }

    private static string? FaultOf(X509Certificate2 certificate, DateTimeOffset now)
    {
        using var key = certificate.GetRSAPrivateKey();
        return key switch
        {
            null when certificate.HasPrivateKey => "has a key that is not RSA; Microsoft Entra ID takes RSA keys",
            null => Unusable,
            { KeySize: < SmallestKey } => $"has an RSA key of {key.KeySize} bits; allowed are {SmallestKey} and more",
            _ when now.UtcDateTime < certificate.NotBefore.ToUniversalTime() =>
                $"is not valid before {certificate.NotBefore.ToUniversalTime():u}",
            _ when now.UtcDateTime >= certificate.NotAfter.ToUniversalTime() =>
                $"expired at {certificate.NotAfter.ToUniversalTime():u}",
            _ => null,
        };
    }
}

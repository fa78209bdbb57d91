using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PimBot.Audit;

/// <summary>Which certificates of a syslog server are trusted: the operating system's, or those of one file and nothing else.</summary>
internal static class SyslogTrust
{
    /// <summary>Null: the operating system's.</summary>
    public static X509ChainPolicy? Of(string? file)
    {
        if (file is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // Who issues for one server keeps no list of what was revoked: the file is what says whom to trust.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    /// <summary>Null when the file can be read and holds a certificate.</summary>
    public static string? Fault(string file)
    {
        try
        {
            return Of(file)!.CustomTrustStore.Count > 0
                ? null
                : $"Audit:Feed:SyslogCertificates is '{file}': there is no certificate in it (PEM).";
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return $"Audit:Feed:SyslogCertificates is '{file}': it can’t be read ({failure.GetType().Name}).";
        }
    }
}

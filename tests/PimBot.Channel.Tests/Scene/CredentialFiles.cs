using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PimBot.Channel.Tests.Scene;

/// <summary>Credentials in files of a folder of their own.</summary>
internal sealed class CredentialFiles : IDisposable
{
    /// <summary>Opens every encrypted file.</summary>
    public const string Password = "the-password-of-the-key";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pimbot-credentials-");

    /// <summary>Valid on the scenes' day, unless the test says otherwise.</summary>
    public static X509Certificate2 Certificate(
        string name = "CN=bot.contoso.example",
        DateTimeOffset? from = null,
        DateTimeOffset? to = null
    ) =>
        new CertificateRequest(name, Key.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            from ?? Start,
            to ?? Start.AddYears(2)
        );

    public string Pfx(X509Certificate2 certificate, string? password) =>
        Bytes("bot.pfx", certificate.Export(X509ContentType.Pfx, password));

    public string Pem(X509Certificate2 certificate) =>
        Text("bot.pem", certificate.ExportCertificatePem() + "\n" + Key.Value.ExportPkcs8PrivateKeyPem());

    public string EncryptedPem(X509Certificate2 certificate)
    {
        var form = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var key = Key.Value.ExportEncryptedPkcs8PrivateKeyPem(Password, form);
        return Text("bot-encrypted.pem", certificate.ExportCertificatePem() + "\n" + key);
    }

    public string Text(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Bytes(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}

namespace PimBot.Channel.Tests.Scene;

/// <summary>Settings for each way to sign in.</summary>
public static class EveryCredential
{
    public const string PlainEndpoint = "secret at a plain endpoint";
    private const string Assertion = "an.assertion.of-the-cluster";

    /// <summary>What a service may quote back, and nothing of ours may ever show.</summary>
    internal static IReadOnlyList<string> Secrets { get; } =
    ["the-secret", CredentialFiles.Password, Assertion, "token-1", "token-2"];

    public static TheoryData<string> Names =>
        [
            "secret",
            PlainEndpoint,
            "certificate",
            "assertion file",
            "managed identity",
            "managed identity for another registration",
        ];

    /// <summary>These settings, and the scene's own secret taken away unless they have one.</summary>
    internal static Dictionary<string, string?> Alone(Dictionary<string, string?> settings) =>
        new(settings)
        {
            ["Bot:ClientSecret"] = settings.GetValueOrDefault("Bot:ClientSecret"),
            ["Channel:ServiceHosts:0"] = "bots.contoso.example",
            ["Channel:AllowedTenants:0"] = BotHost.Tenant,
        };

    internal static Dictionary<string, string?> Settings(string name, CredentialFiles files)
    {
        using var certificate = CredentialFiles.Certificate();
        return name switch
        {
            "secret" => new() { ["Bot:ClientSecret"] = "the-secret" },
            PlainEndpoint => new()
            {
                ["Bot:ClientSecret"] = "the-secret",
                ["Channel:TokenEndpoint"] = "https://login.contoso.example/token",
            },
            "certificate" => new()
            {
                ["Bot:CertificatePath"] = files.Pfx(certificate, CredentialFiles.Password),
                ["Bot:CertificatePassword"] = CredentialFiles.Password,
            },
            "assertion file" => new() { ["Bot:AssertionFile"] = files.Text("assertion", Assertion) },
            "managed identity" => new()
            {
                ["Bot:AppType"] = "UserAssignedManagedIdentity",
                ["Bot:ManagedIdentityClientId"] = BotHost.AppId,
            },
            _ => new() { ["Bot:ManagedIdentityClientId"] = "identity-1" },
        };
    }
}

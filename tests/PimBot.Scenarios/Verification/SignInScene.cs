using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Verification;

/// <summary>A scene in which Alice has asked for a role that needs verification, and sits before the fake OpenID provider.</summary>
internal static class SignInScene
{
    /// <summary>Needs verification and nothing else.</summary>
    public const string AskForExchange = "activate Exchange Administrator for 2h because mailbox migration";

    public static Task<Scene> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(
            new SceneOptions
            {
                Settings = settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal),
            }
        );

    public static async Task<Scene> StartAsync(SceneOptions options)
    {
        var scene = await Scene.StartAsync(options with { PublicUrl = Browser.PublicUrl });
        scene.Channel.OpenId.Person = scene.Alice.Id;
        await scene.Alice.Says(AskForExchange);
        return scene;
    }

    /// <summary>What the host keeps of sign-ins that were begun, by key.</summary>
    public static Task<IReadOnlyList<KeyValuePair<string, string>>> OpenSignIns(this Scene scene) =>
        scene.Reads((work, stop) => work.Bot.ListAsync("verify/", stop));
}

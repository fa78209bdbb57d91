using Microsoft.Extensions.Configuration;
using PimBot.Channel.Settings;
using PimBot.Testing;
using PimBot.Verification;

namespace PimBot.Scenarios.StartUp;

/// <summary><c>appsettings.sample.json</c> is what an operator starts from: it shows every key, and none that does not exist.</summary>
public sealed class SampleSettings
{
    private static readonly string[] OurOwn = ["Storage:Engine", "ConnectionStrings:PimBot", "Directory:File"];

    private readonly IConfigurationRoot sample = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(RepositoryRoot.Path, "appsettings.sample.json"))
        .Build();

    [Fact]
    public void The_sample_shows_every_key_and_no_other()
    {
        var expected = KeysOf<BotOptions>(BotOptions.Section)
            .Concat(KeysOf<ChannelOptions>(ChannelOptions.Section))
            .Concat(KeysOf<VerificationOptions>(VerificationOptions.Section))
            .Concat(OurOwn);
        var shown = sample.GetChildren().SelectMany(section => section.GetChildren()).Select(key => key.Path);

        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_binds()
    {
        var bot = sample.GetSection(BotOptions.Section).Get<BotOptions>();
        var channel = sample.GetSection(ChannelOptions.Section).Get<ChannelOptions>();
        var verification = sample.GetSection(VerificationOptions.Section).Get<VerificationOptions>();

        Assert.Equal(BotAppType.SingleTenant, bot?.AppType);
        Assert.Equal(ChannelCloud.Public, channel?.Cloud);
        Assert.Single(channel!.AllowedTenants);
        Assert.Equal(new VerificationOptions().MaxAge, verification?.MaxAge);
        Assert.False(channel.DangerouslyAllowUnauthenticatedLoopback);
    }

    private static IEnumerable<string> KeysOf<T>(string section) =>
        typeof(T).GetProperties().Select(property => $"{section}:{property.Name}");
}

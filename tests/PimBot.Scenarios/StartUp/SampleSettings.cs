using Microsoft.Extensions.Configuration;
using PimBot.Alerts;
using PimBot.Api.Security;
using PimBot.Audit;
using PimBot.Channel.Settings;
using PimBot.Mail;
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
            .Concat(KeysOf<MailOptions>(MailOptions.Section))
            .Concat(KeysOf<NotificationOptions>(NotificationOptions.Section))
            .Concat(KeysOf<AlertOptions>(AlertOptions.Section))
            .Concat(KeysOf<ApiOptions>(ApiOptions.Section))
            .Concat(KeysOf<AuditOptions>(AuditOptions.Section))
            .Concat(OurOwn);
        var shown = sample.GetChildren().SelectMany(section => section.GetChildren()).SelectMany(ShownIn);

        Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_binds()
    {
        var bot = sample.GetSection(BotOptions.Section).Get<BotOptions>();
        var channel = sample.GetSection(ChannelOptions.Section).Get<ChannelOptions>();
        var verification = sample.GetSection(VerificationOptions.Section).Get<VerificationOptions>();

        var mail = sample.GetSection(MailOptions.Section).Get<MailOptions>();

        Assert.Equal(new MailOptions().Port, mail?.Port);
        Assert.False(mail!.DangerouslyWithoutTls);
        Assert.True(sample.GetSection(NotificationOptions.Section).Get<NotificationOptions>()?.WeeklyDigest);
        Assert.Equal(
            new AlertOptions().ScanInterval,
            sample.GetSection(AlertOptions.Section).Get<AlertOptions>()?.ScanInterval
        );
        Assert.False(sample.GetSection(ApiOptions.Section).Get<ApiOptions>()?.Enabled);
        Assert.Null(sample.GetSection(AuditOptions.Section).Get<AuditOptions>()?.Retention);
        Assert.Equal(BotAppType.SingleTenant, bot?.AppType);
        Assert.Equal(ChannelCloud.Public, channel?.Cloud);
        Assert.Single(channel!.AllowedTenants);
        Assert.Equal(new VerificationOptions().MaxAge, verification?.MaxAge);
        Assert.False(channel.DangerouslyAllowUnauthenticatedLoopback);
        Assert.Null(channel.BotToBot.Tenant);
        Assert.Equal(new RateLimitOptions().PersonPerMinute, channel.RateLimits.PersonPerMinute);
        Assert.Equal(new RateLimitOptions().TenantPerMinute, channel.RateLimits.TenantPerMinute);
    }

    private static IEnumerable<string> KeysOf<T>(string section) => KeysOf(typeof(T), section);

    private static IEnumerable<string> KeysOf(Type type, string section) =>
        type.GetProperties()
            .SelectMany(property =>
                IsSection(property.PropertyType)
                    ? KeysOf(property.PropertyType, $"{section}:{property.Name}")
                    : [$"{section}:{property.Name}"]
            );

    private static bool IsSection(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal);

    /// <summary>A list is one key, a section is as many as it has.</summary>
    private static IEnumerable<string> ShownIn(IConfigurationSection key) =>
        key.GetChildren().ToList() is { Count: > 0 } inner && !inner.TrueForAll(k => int.TryParse(k.Key, out _))
            ? inner.SelectMany(ShownIn)
            : [key.Path];
}

using Microsoft.Extensions.Options;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Channel.Settings;

namespace PimBot.Audit;

/// <summary>Puts together how the audit leaves the store: only what is configured is there.</summary>
internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(AuditOptions.Section);
        services.AddOptions<AuditOptions>().Configure(o => SectionForm.Bind(section, o)).ValidateOnStart();
        services
            .AddHttpClient(AuditPost.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(AuditPost.Handler)
            .RemoveAllLoggers();
        return services
            .AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>()
            .AddSingleton<AuditPost>()
            .AddSink<FileAnchor>(section[$"Anchor:{nameof(AuditAnchorOptions.File)}"])
            .AddSink<EndpointAnchor>(section[$"Anchor:{nameof(AuditAnchorOptions.Endpoint)}"])
            .AddSink<WebhookFeed>(section[$"Feed:{nameof(AuditFeedOptions.Webhook)}"])
            .AddSink<SyslogFeed>(section[$"Feed:{nameof(AuditFeedOptions.Syslog)}"])
            .AddSingleton(all => new AuditRetention(all.GetRequiredService<IOptions<AuditOptions>>().Value.Retention))
            .AddSingleton<IBackgroundPass, DeleteOldAudit>()
            .AddHostedService<LastAnchor>();
    }

    private static IServiceCollection AddSink<TSink>(this IServiceCollection services, string? setting)
        where TSink : class, IAuditSink =>
        string.IsNullOrEmpty(setting)
            ? services
            : services
                .AddSingleton<TSink>()
                .AddSingleton<IAuditSink>(all => all.GetRequiredService<TSink>())
                .AddSingleton<IBackgroundPass>(all =>
                    ActivatorUtilities.CreateInstance<DeliverAudit>(all, all.GetRequiredService<TSink>())
                );
}

using PimBot.Api;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Audit;
using PimBot.Bot;
using PimBot.Channel;
using PimBot.Health;
using PimBot.Mail;
using PimBot.Settings;
using PimBot.Storage.Postgres;
using PimBot.Storage.Sqlite;
using PimBot.Targets;
using PimBot.Verification;
using PimBot.Workers;

namespace PimBot.Composition;

/// <summary>Puts PimBot together.</summary>
internal static class ApplicationServices
{
    public static IServiceCollection AddPimBotHost(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddStorage(configuration)
            .AddLocalTarget()
            .AddBotChannel(configuration)
            .AddPimBot()
            .AddWork()
            .AddMail(configuration)
            .AddVerification(configuration)
            .AddApi(configuration)
            .AddAudit(configuration)
            .AddHostedService<StartUp>()
            .AddHealth();

    /// <exception cref="SettingsException">A setting is impossible; the message names it.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = StorageSettings.Read(configuration);
        return storage.Engine is StorageEngine.Postgres
            ? services.AddPostgresStorage(storage.ConnectionString)
            : services.AddSqliteStorage(storage.ConnectionString);
    }

    private static IServiceCollection AddWork(this IServiceCollection services) =>
        services
            .AddSingleton<WorkSignal>()
            .AddSingleton<IWorkObserver, LoggedWork>()
            .AddSingleton<DueWork>()
            .AddSingleton<IOutboxHandler, EnsureGrantedHandler>()
            .AddSingleton<IOutboxHandler, EnsureRevokedHandler>()
            .AddSingleton<IOutboxHandler, SyncAssignmentHandler>()
            .AddSingleton<IBackgroundPass, AdvanceDueGrants>()
            .AddSingleton<IBackgroundPass, AdvanceDueRequests>()
            .AddSingleton<IBackgroundPass, AdvanceDueAssignments>()
            .AddSingleton<IBackgroundPass, AdvanceDueAssignmentRequests>()
            .AddSingleton<IBackgroundPass, EndLostGround>()
            .AddSingleton<IBackgroundPass, EscalateApprovals>()
            .AddLane(OutboxLane.Access)
            .AddLane(OutboxLane.Messages)
            .AddLane(OutboxLane.Mail)
            .AddHostedService<PassWorker>();

    private static IServiceCollection AddLane(this IServiceCollection services, OutboxLane lane) =>
        services.AddSingleton<IBackgroundPass>(all => ActivatorUtilities.CreateInstance<DeliverOutbox>(all, lane));

    private static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services
            .AddHealthChecks()
            .AddCheck<StorageHealth>("storage", tags: [HealthEndpoints.Ready])
            .AddCheck<OutboxHealth>("outbox", tags: [HealthEndpoints.Ready])
            .AddCheck<AuditHealth>("audit", tags: [HealthEndpoints.Ready]);
        return services;
    }
}

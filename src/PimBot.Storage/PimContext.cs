using Microsoft.EntityFrameworkCore;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Storage.Access;
using PimBot.Storage.Activations;
using PimBot.Storage.Alerts;
using PimBot.Storage.Audit;
using PimBot.Storage.Conversations;
using PimBot.Storage.Conversions;
using PimBot.Storage.Policies;
using PimBot.Storage.Reviews;
using PimBot.Storage.Work;

namespace PimBot.Storage;

/// <summary>The model that both engines share. Each engine's own context adds how it stores instants and JSON.</summary>
internal abstract class PimContext : DbContext
{
    protected PimContext(DbContextOptions options)
        : base(options)
    {
        // Every change is marked by whoever makes it, and a unit of work has its own transaction.
        base.ChangeTracker.AutoDetectChangesEnabled = false;
        base.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        base.Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Person> People => Set<Person>();

    public DbSet<GroupRow> Groups => Set<GroupRow>();

    public DbSet<GroupMemberRow> GroupMembers => Set<GroupMemberRow>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<Scope> Scopes => Set<Scope>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<AssignmentRequestRow> AssignmentRequests => Set<AssignmentRequestRow>();

    public DbSet<Elevation> Elevations => Set<Elevation>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<PolicyRow> Policies => Set<PolicyRow>();

    public DbSet<RequestRow> Requests => Set<RequestRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<ReviewSeriesRow> ReviewSeries => Set<ReviewSeriesRow>();

    public DbSet<AccessReviewRow> AccessReviews => Set<AccessReviewRow>();

    public DbSet<ReviewItemRow> ReviewItems => Set<ReviewItemRow>();

    public DbSet<ReviewerRow> Reviewers => Set<ReviewerRow>();

    public DbSet<LocalAccessRow> LocalAccess => Set<LocalAccessRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AlertIncidentRow> AlertIncidents => Set<AlertIncidentRow>();

    public DbSet<AlertScanRow> AlertScans => Set<AlertScanRow>();

    public DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    public DbSet<AuditCheckpointRow> AuditCheckpoints => Set<AuditCheckpointRow>();

    public DbSet<AuditOutletRow> AuditOutlets => Set<AuditOutletRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<BotDocumentRow> BotDocuments => Set<BotDocumentRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Properties<string>().HaveConversion<TextConverter>();
        configuration.Properties<TimeSpan>().HaveConversion<DurationConverter>();
        IdConverters.Configure(configuration);
        ConfigureEngine(configuration);
    }

    /// <summary>How the engine stores instants and JSON.</summary>
    protected abstract void ConfigureEngine(ModelConfigurationBuilder configuration);

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(PimContext).Assembly);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.GetColumnName()));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(
            name.Select(
                (letter, at) =>
                    char.IsUpper(letter) && at > 0
                        ? $"_{char.ToLowerInvariant(letter)}"
                        : char.ToLowerInvariant(letter).ToString()
            )
        );
}

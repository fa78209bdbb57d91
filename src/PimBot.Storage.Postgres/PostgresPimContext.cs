using Microsoft.EntityFrameworkCore;
using PimBot.Storage.Conversations;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Postgres;

/// <summary>The model on PostgreSQL: instants as timestamptz, JSON as jsonb, document keys in the order of code points.</summary>
internal sealed class PostgresPimContext(DbContextOptions<PostgresPimContext> options) : PimContext(options)
{
    protected override void ConfigureEngine(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        JsonColumn.Configure(configuration, "jsonb");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<BotDocumentRow>().Property(document => document.Key).UseCollation("C");
    }
}

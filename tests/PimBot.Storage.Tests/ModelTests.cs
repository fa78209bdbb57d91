using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using PimBot.Storage.Postgres;
using PimBot.Storage.Sqlite;

namespace PimBot.Storage.Tests;

public sealed class ModelTests
{
    [Fact]
    public void SQLites_migrations_make_the_whole_model() => Assert.False(Sqlite().Database.HasPendingModelChanges());

    [Fact]
    public void PostgreSQLs_migrations_make_the_whole_model() =>
        Assert.False(Postgres().Database.HasPendingModelChanges());

    [Fact]
    public void Migrations_only_go_forward()
    {
        foreach (var db in new DbContext[] { Sqlite(), Postgres() })
        {
            var migrations = db.GetService<IMigrationsAssembly>();
            foreach (var type in migrations.Migrations.Values)
            {
                var migration = migrations.CreateMigration(type, db.Database.ProviderName!);
                Assert.Throws<NotSupportedException>(() => migration.DownOperations);
            }
        }
    }

    [Fact]
    public void Every_enum_that_is_stored_has_a_value_for_each_name_and_no_value_twice()
    {
        var enums = Sqlite()
            .Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
            .Where(type => type.IsEnum)
            .Distinct()
            .ToList();
        Assert.NotEmpty(enums);
        Assert.All(enums, type => Assert.Distinct(Enum.GetValuesAsUnderlyingType(type).Cast<int>()));
    }

    [Fact]
    public void Enums_are_stored_by_name_and_instants_so_that_they_compare()
    {
        foreach (var property in Properties(Sqlite()).Concat(Properties(Postgres())))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? type;
            if (type.IsEnum)
            {
                Assert.Equal(typeof(string), stored);
            }
            else if (type == typeof(DateTimeOffset))
            {
                Assert.Contains(stored, (Type[])[typeof(long), typeof(DateTimeOffset)]);
            }
        }
    }

    private static IEnumerable<IProperty> Properties(DbContext db) =>
        db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());

    private static SqlitePimContext Sqlite()
    {
        var options = new DbContextOptionsBuilder<SqlitePimContext>();
        SqliteStorage.Configure(options, "Data Source=:memory:");
        return new SqlitePimContext(options.Options);
    }

    private static PostgresPimContext Postgres()
    {
        var options = new DbContextOptionsBuilder<PostgresPimContext>();
        PostgresStorage.Configure(options, "Host=none");
        return new PostgresPimContext(options.Options);
    }
}

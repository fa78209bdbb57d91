using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Access;

internal sealed class GrantMapping : IEntityTypeConfiguration<GrantRow>
{
    /// <summary>A grant has its request's id: two that provision one request meet here.</summary>
    public const string PrimaryKey = "PK_grants";

    /// <summary>One open grant per person, role and scope.</summary>
    public const string OneOpen = "ux_grants_open";

    public void Configure(EntityTypeBuilder<GrantRow> builder)
    {
        builder.ToTable("grants");
        builder.HasKey(grant => grant.Id).HasName(PrimaryKey);
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.State).IsConcurrencyToken();
        builder.Property(grant => grant.Version).IsConcurrencyToken();
        builder
            .HasIndex(
                grant => new
                {
                    grant.Person,
                    grant.Role,
                    grant.Scope,
                },
                OneOpen
            )
            .IsUnique()
            .HasFilter("state IN ('Provisioning', 'Active')");
        builder.HasIndex(grant => grant.Person);
        builder.HasIndex(grant => new { grant.Role, grant.State });
        builder.HasIndex(grant => grant.ActiveFrom);
        builder.HasIndex(grant => grant.DueAt).HasFilter("due_at IS NOT NULL");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Policies;

internal sealed class PolicyMapping : IEntityTypeConfiguration<PolicyRow>
{
    public const string PrimaryKey = "pk_policies";

    public void Configure(EntityTypeBuilder<PolicyRow> builder)
    {
        builder.ToTable("policies");
        builder.HasKey(policy => new { policy.Role, policy.Scope }).HasName(PrimaryKey);
        builder.Property(policy => policy.Version).IsConcurrencyToken();
    }
}

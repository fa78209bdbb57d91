using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Audit;

internal sealed class AccessHistoryMapping
    : IEntityTypeConfiguration<AssignmentPeriodRow>,
        IEntityTypeConfiguration<MembershipPeriodRow>
{
    public void Configure(EntityTypeBuilder<AssignmentPeriodRow> builder)
    {
        builder.ToTable("assignment_periods");
        builder.HasKey(period => period.Sequence);
        builder.Property(period => period.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(period => new { period.Assignment, period.Sequence });
        builder.HasIndex(period => new { period.Role, period.Until });
        builder.HasIndex(period => period.RecordedAt);
    }

    public void Configure(EntityTypeBuilder<MembershipPeriodRow> builder)
    {
        builder.ToTable("membership_periods");
        builder.HasKey(period => period.Sequence);
        builder.Property(period => period.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(period => new { period.Group, period.Person });
        builder.HasIndex(period => period.RecordedAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>, IEntityTypeConfiguration<AuditHeadRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasIndex(entry => entry.RequestId);
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => new { entry.Actor, entry.Sequence });
        builder.HasIndex(entry => new { entry.Subject, entry.Sequence });
        builder.HasIndex(entry => new { entry.Role, entry.Sequence });
        builder.HasIndex(entry => new { entry.Action, entry.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("audit_head");
        builder.HasKey(head => head.Id);
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.HasData(
            new AuditHeadRow
            {
                Id = AuditHeadRow.TheOne,
                Sequence = 0,
                Hash = AuditChain.Beginning,
            }
        );
    }
}

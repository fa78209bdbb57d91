using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Audit;

internal sealed class AuditMapping
    : IEntityTypeConfiguration<AuditRow>,
        IEntityTypeConfiguration<AuditHeadRow>,
        IEntityTypeConfiguration<AuditCheckpointRow>,
        IEntityTypeConfiguration<AuditOutletRow>
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

    public void Configure(EntityTypeBuilder<AuditCheckpointRow> builder)
    {
        builder.ToTable("audit_checkpoint");
        builder.HasKey(checkpoint => checkpoint.Id);
        builder.Property(checkpoint => checkpoint.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AuditOutletRow> builder)
    {
        builder.ToTable("audit_outlets");
        builder.HasKey(outlet => outlet.Name);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Work;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(message => message.Sequence);
        builder.Property(message => message.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(message => message.Id).IsUnique();
        builder.HasIndex(message => new { message.OrderKey, message.Sequence });
        builder
            .HasIndex(message => new
            {
                message.Lane,
                message.DueAt,
                message.Sequence,
            })
            .HasFilter("NOT parked");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Access;

internal sealed class LocalAccessMapping : IEntityTypeConfiguration<LocalAccessRow>
{
    public void Configure(EntityTypeBuilder<LocalAccessRow> builder)
    {
        builder.ToTable("local_access");
        builder.HasKey(row => row.GrantId);
        builder.Property(row => row.GrantId).ValueGeneratedNever();
        builder.HasIndex(row => row.Person);
        builder.HasIndex(row => row.Group);
        builder.HasIndex(row => row.Outside).HasFilter("outside");
    }
}

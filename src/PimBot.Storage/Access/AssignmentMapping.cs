using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Access;

internal sealed class AssignmentMapping : IEntityTypeConfiguration<AssignmentRow>
{
    public void Configure(EntityTypeBuilder<AssignmentRow> builder)
    {
        builder.ToTable("assignments");
        builder.HasKey(assignment => assignment.Id);
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.HasIndex(assignment => assignment.Person);
        builder.HasIndex(assignment => assignment.Group);
        builder.HasIndex(assignment => assignment.Role);
    }
}

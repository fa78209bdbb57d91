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
        builder.Property(assignment => assignment.Version).IsConcurrencyToken();
        builder.HasIndex(assignment => assignment.Person);
        builder.HasIndex(assignment => assignment.Group);
        // All that the counts need, in the order of their groups.
        builder.HasIndex(assignment => new
        {
            assignment.Role,
            assignment.Scope,
            assignment.Type,
            assignment.Start,
            assignment.End,
            assignment.Person,
        });
        builder.HasIndex(assignment => assignment.DueAt).HasFilter("due_at IS NOT NULL");
    }
}

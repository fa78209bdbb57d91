using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Access;

internal sealed class GroupMapping : IEntityTypeConfiguration<GroupRow>, IEntityTypeConfiguration<GroupMemberRow>
{
    public void Configure(EntityTypeBuilder<GroupRow> builder) => builder.ToTable("groups").HasKey(group => group.Id);

    public void Configure(EntityTypeBuilder<GroupMemberRow> builder)
    {
        builder.ToTable("group_members");
        builder.HasKey(member => new
        {
            member.GroupId,
            member.IsOwner,
            member.PersonId,
        });
        builder.HasIndex(member => member.PersonId);
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(member => member.GroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PimBot.Domain.Access;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Access;

internal sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles").HasKey(role => role.Id);
        builder
            .Property(role => role.Aliases)
            .HasConversion(
                aliases => JsonColumn.Write(aliases),
                json => JsonColumn.Read<IReadOnlyList<string>>(json),
                new ValueComparer<IReadOnlyList<string>>(
                    (one, other) => one!.SequenceEqual(other!),
                    aliases => aliases.Count,
                    aliases => aliases
                )
            );
    }
}

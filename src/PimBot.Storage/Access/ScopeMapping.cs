using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

internal sealed class ScopeMapping : IEntityTypeConfiguration<Scope>
{
    public void Configure(EntityTypeBuilder<Scope> builder) => builder.ToTable("scopes").HasKey(scope => scope.Id);
}

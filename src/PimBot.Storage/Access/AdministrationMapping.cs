using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

internal sealed class AdministrationMapping : IEntityTypeConfiguration<Elevation>, IEntityTypeConfiguration<Milestone>
{
    /// <summary>Two that elevate one person for the first time meet here.</summary>
    public const string ElevationsPrimaryKey = "pk_elevations";

    /// <summary>Two that record what happens once meet here.</summary>
    public const string MilestonesPrimaryKey = "pk_milestones";

    public void Configure(EntityTypeBuilder<Elevation> builder)
    {
        builder.ToTable("elevations");
        builder.HasKey(elevation => elevation.Person).HasName(ElevationsPrimaryKey);
        builder.Property(elevation => elevation.From);
        builder.Property(elevation => elevation.Until);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones");
        builder.HasKey(milestone => milestone.Name).HasName(MilestonesPrimaryKey);
        builder.Property(milestone => milestone.At);
        builder.Property(milestone => milestone.By);
    }
}

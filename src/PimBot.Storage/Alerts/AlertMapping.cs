using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Alerts;

internal sealed class AlertMapping
    : IEntityTypeConfiguration<AlertRow>,
        IEntityTypeConfiguration<AlertIncidentRow>,
        IEntityTypeConfiguration<AlertScanRow>
{
    /// <summary>Two that decide about one alert for the first time meet here.</summary>
    public const string AlertsPrimaryKey = "pk_alerts";

    /// <summary>Two that open one incident meet here.</summary>
    public const string IncidentsPrimaryKey = "pk_alert_incidents";

    public void Configure(EntityTypeBuilder<AlertRow> builder)
    {
        builder.ToTable("alerts");
        builder.HasKey(alert => new { alert.Kind, alert.Scope }).HasName(AlertsPrimaryKey);
        builder.Property(alert => alert.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AlertIncidentRow> builder)
    {
        builder.ToTable("alert_incidents");
        builder.HasKey(incident => incident.Id).HasName(IncidentsPrimaryKey);
        builder.Property(incident => incident.Id).ValueGeneratedNever();
        builder.HasIndex(incident => new
        {
            incident.Kind,
            incident.AlertScope,
            incident.FoundAt,
        });
    }

    public void Configure(EntityTypeBuilder<AlertScanRow> builder)
    {
        builder.ToTable("alert_scan");
        builder.HasKey(scan => scan.Id);
        builder.Property(scan => scan.Id).ValueGeneratedNever();
        builder.HasData(new AlertScanRow { Id = AlertScanRow.TheOne });
    }
}

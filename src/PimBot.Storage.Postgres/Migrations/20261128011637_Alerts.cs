using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Alerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "outside",
                table: "local_access",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "alert_incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    alert_scope = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    group = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    assignment = table.Column<Guid>(type: "uuid", nullable: true),
                    outside = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removal_ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_scan",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    watched_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    audit_sequence = table.Column<long>(type: "bigint", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_scan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    has_thresholds = table.Column<bool>(type: "boolean", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: true),
                    percentage = table.Column<int>(type: "integer", nullable: true),
                    hours = table.Column<int>(type: "integer", nullable: true),
                    dismissed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dismissed_by = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => new { x.kind, x.scope });
                });

            migrationBuilder.InsertData(
                table: "alert_scan",
                columns: new[] { "id", "audit_sequence", "fence", "leased_until", "requested_at", "scanned_at", "watched_since" },
                values: new object[] { 1, 0L, 0L, null, null, null, null });

            migrationBuilder.CreateIndex(
                name: "IX_local_access_outside",
                table: "local_access",
                column: "outside",
                filter: "outside");

            migrationBuilder.CreateIndex(
                name: "IX_alert_incidents_kind_alert_scope_found_at",
                table: "alert_incidents",
                columns: new[] { "kind", "alert_scope", "found_at" });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "alert_incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    alert_scope = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    group = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    assignment = table.Column<Guid>(type: "TEXT", nullable: true),
                    outside = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: true),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    told_at = table.Column<long>(type: "INTEGER", nullable: true),
                    removal_ordered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_scan",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    watched_since = table.Column<long>(type: "INTEGER", nullable: true),
                    scanned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: true),
                    audit_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_scan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_thresholds = table.Column<bool>(type: "INTEGER", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: true),
                    percentage = table.Column<int>(type: "INTEGER", nullable: true),
                    hours = table.Column<int>(type: "INTEGER", nullable: true),
                    dismissed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dismissed_by = table.Column<string>(type: "TEXT", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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

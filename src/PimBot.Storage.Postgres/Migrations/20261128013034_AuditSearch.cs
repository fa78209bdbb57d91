using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AuditSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assignment_periods",
                columns: table => new
                {
                    assignment = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    group = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_periods", x => new { x.assignment, x.recorded_at });
                });

            migrationBuilder.CreateTable(
                name: "membership_periods",
                columns: table => new
                {
                    group = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_periods", x => new { x.group, x.person, x.recorded_at });
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_action_sequence",
                table: "audit_entries",
                columns: new[] { "action", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_actor_sequence",
                table: "audit_entries",
                columns: new[] { "actor", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_at",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_role_sequence",
                table: "audit_entries",
                columns: new[] { "role", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_subject_sequence",
                table: "audit_entries",
                columns: new[] { "subject", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_assignment_periods_recorded_at",
                table: "assignment_periods",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "IX_assignment_periods_role_until",
                table: "assignment_periods",
                columns: new[] { "role", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_periods_recorded_at",
                table: "membership_periods",
                column: "recorded_at");

            // What there is already holds since before the record, which begins now.
            migrationBuilder.Sql(
                """
                INSERT INTO assignment_periods (assignment, recorded_at, person, "group", role, scope, type, since, until)
                SELECT id, moment.recorded_at, person, "group", role, scope, type, start, "end"
                FROM assignments, (SELECT now() AS recorded_at) AS moment
                """
            );
            migrationBuilder.Sql(
                """
                INSERT INTO membership_periods ("group", person, recorded_at, since, until)
                SELECT group_id, person_id, moment.recorded_at, NULL, NULL
                FROM group_members, (SELECT now() AS recorded_at) AS moment
                WHERE NOT is_owner
                """
            );
        }
    }
}

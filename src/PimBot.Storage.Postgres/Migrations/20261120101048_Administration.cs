using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Administration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_assignments_role",
                table: "assignments");

            migrationBuilder.AlterColumn<string>(
                name: "person",
                table: "local_access",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "group",
                table: "local_access",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "assignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at",
                table: "assignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "kept_since",
                table: "assignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "leased_until",
                table: "assignments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stage",
                table: "assignments",
                type: "text",
                nullable: false,
                defaultValue: "Running");

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "assignments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "is_escalated",
                table: "activation_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_policy_frozen",
                table: "activation_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""
                UPDATE assignments SET stage = CASE
                    WHEN "start" > now() THEN 'Scheduled'
                    WHEN "end" <= now() THEN 'Ended'
                    ELSE 'Running' END;
                """);

            // Of those that run even a notice whose time has passed is owed still.
            migrationBuilder.Sql("""
                UPDATE assignments SET due_at = CASE stage
                    WHEN 'Scheduled' THEN "start"
                    WHEN 'Ended' THEN "end" + INTERVAL '30 days'
                    ELSE "end" - INTERVAL '14 days' END;
                """);

            migrationBuilder.CreateTable(
                name: "assignment_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    group = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    assignment = table.Column<Guid>(type: "uuid", nullable: false),
                    ask = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    waits_for = table.Column<string>(type: "text", nullable: true),
                    decide_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "jsonb", nullable: true),
                    outcome = table.Column<string>(type: "jsonb", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "elevations",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elevations", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestones", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_local_access_group",
                table: "local_access",
                column: "group");

            migrationBuilder.CreateIndex(
                name: "IX_grants_active_from",
                table: "grants",
                column: "active_from");

            migrationBuilder.CreateIndex(
                name: "IX_assignments_due_at",
                table: "assignments",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_assignments_role_scope_type_start_end",
                table: "assignments",
                columns: new[] { "role", "scope", "type", "start", "end" });

            migrationBuilder.CreateIndex(
                name: "IX_assignment_requests_assignment_created_at",
                table: "assignment_requests",
                columns: new[] { "assignment", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_assignment_requests_created_by_created_at",
                table: "assignment_requests",
                columns: new[] { "created_by", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_assignment_requests_due_at",
                table: "assignment_requests",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_assignment_requests_waits_for_created_at",
                table: "assignment_requests",
                columns: new[] { "waits_for", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_assignment_requests_pending",
                table: "assignment_requests",
                column: "assignment",
                unique: true,
                filter: "waits_for IS NOT NULL");
        }
    }
}

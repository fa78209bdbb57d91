using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Sqlite.Migrations
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

            // SQLite can't make a column nullable. EF Core would rebuild the table outside of the transaction.
            migrationBuilder.Sql("""
                CREATE TABLE local_access_next (
                    grant_id TEXT NOT NULL CONSTRAINT "PK_local_access" PRIMARY KEY,
                    person TEXT NULL,
                    "group" TEXT NULL,
                    role TEXT NOT NULL,
                    scope TEXT NOT NULL,
                    since INTEGER NOT NULL);
                INSERT INTO local_access_next (grant_id, person, role, scope, since)
                    SELECT grant_id, person, role, scope, since FROM local_access;
                DROP TABLE local_access;
                ALTER TABLE local_access_next RENAME TO local_access;
                CREATE INDEX "IX_local_access_person" ON local_access (person);
                """);

            migrationBuilder.AddColumn<long>(
                name: "created_at",
                table: "assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "kept_since",
                table: "assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "leased_until",
                table: "assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stage",
                table: "assignments",
                type: "TEXT",
                nullable: false,
                defaultValue: "Running");

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "is_escalated",
                table: "activation_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_policy_frozen",
                table: "activation_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("""
                UPDATE assignments SET stage = CASE
                    WHEN "start" > CAST(strftime('%s', 'now') AS INTEGER) * 1000000 THEN 'Scheduled'
                    WHEN "end" <= CAST(strftime('%s', 'now') AS INTEGER) * 1000000 THEN 'Ended'
                    ELSE 'Running' END;
                """);

            // Of those that run even a notice whose time has passed is owed still.
            migrationBuilder.Sql("""
                UPDATE assignments SET due_at = CASE stage
                    WHEN 'Scheduled' THEN "start"
                    WHEN 'Ended' THEN "end" + 2592000000000
                    ELSE "end" - 1209600000000 END;
                """);

            migrationBuilder.CreateTable(
                name: "assignment_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    group = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    assignment = table.Column<Guid>(type: "TEXT", nullable: false),
                    ask = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    waits_for = table.Column<string>(type: "TEXT", nullable: true),
                    decide_by = table.Column<long>(type: "INTEGER", nullable: true),
                    retry_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "elevations",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elevations", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: true)
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

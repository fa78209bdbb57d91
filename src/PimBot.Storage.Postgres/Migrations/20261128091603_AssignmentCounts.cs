using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AssignmentCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_assignments_role_scope_type_start_end",
                table: "assignments");

            migrationBuilder.CreateIndex(
                name: "IX_assignments_role_scope_type_start_end_person",
                table: "assignments",
                columns: new[] { "role", "scope", "type", "start", "end", "person" });
        }
    }
}

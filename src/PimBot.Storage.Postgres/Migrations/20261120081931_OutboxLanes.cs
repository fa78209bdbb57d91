using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PimBot.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OutboxLanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_due_at_sequence",
                table: "outbox");

            migrationBuilder.AddColumn<string>(
                name: "lane",
                table: "outbox",
                type: "text",
                nullable: false,
                defaultValue: "Messages");

            migrationBuilder.Sql("UPDATE outbox SET lane = 'Access' WHERE kind LIKE 'grant.%';");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_lane_due_at_sequence",
                table: "outbox",
                columns: new[] { "lane", "due_at", "sequence" },
                filter: "NOT parked");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Access;

internal sealed class AssignmentRequestMapping : IEntityTypeConfiguration<AssignmentRequestRow>
{
    /// <summary>One request per assignment that waits for something.</summary>
    public const string OnePending = "ux_assignment_requests_pending";

    public void Configure(EntityTypeBuilder<AssignmentRequestRow> builder)
    {
        builder.ToTable("assignment_requests");
        builder.HasKey(request => request.Id);
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.State).IsConcurrencyToken();
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => request.Assignment, OnePending).IsUnique().HasFilter("waits_for IS NOT NULL");
        builder.HasIndex(request => new { request.Assignment, request.CreatedAt });
        builder.HasIndex(request => new { request.CreatedBy, request.CreatedAt });
        builder.HasIndex(request => new { request.WaitsFor, request.CreatedAt });
        builder.HasIndex(request => request.DueAt).HasFilter("due_at IS NOT NULL");
    }
}

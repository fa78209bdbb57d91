using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Activations;

internal sealed class RequestMapping : IEntityTypeConfiguration<RequestRow>
{
    /// <summary>One pending request per person, role and scope.</summary>
    public const string OnePending = "ux_activation_requests_pending";

    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("activation_requests");
        builder.HasKey(request => request.Id);
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.State).IsConcurrencyToken();
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder
            .HasIndex(
                request => new
                {
                    request.Requester,
                    request.Role,
                    request.Scope,
                },
                OnePending
            )
            .IsUnique()
            .HasFilter("state IN ('AwaitingVerification', 'PendingApproval', 'Granted', 'PendingProvisioning')");
        builder.HasIndex(request => new { request.Requester, request.CreatedAt });
        builder.HasIndex(request => new { request.State, request.CreatedAt });
        builder.HasIndex(request => request.GrantId);
        builder.HasIndex(request => request.DueAt).HasFilter("due_at IS NOT NULL");
    }
}

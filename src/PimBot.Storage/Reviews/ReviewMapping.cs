using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Reviews;

internal sealed class ReviewMapping
    : IEntityTypeConfiguration<ReviewSeriesRow>,
        IEntityTypeConfiguration<AccessReviewRow>,
        IEntityTypeConfiguration<ReviewItemRow>,
        IEntityTypeConfiguration<ReviewerRow>
{
    /// <summary>One running review per role and scope.</summary>
    public const string OneRunning = "ux_access_reviews_running";

    /// <summary>Each occurrence of a series once.</summary>
    public const string OneOccurrence = "ux_access_reviews_occurrence";

    public void Configure(EntityTypeBuilder<ReviewSeriesRow> builder)
    {
        builder.ToTable("review_series");
        builder.HasKey(series => series.Id);
        builder.Property(series => series.Id).ValueGeneratedNever();
        builder.Property(series => series.State).IsConcurrencyToken();
        builder.Property(series => series.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AccessReviewRow> builder)
    {
        builder.ToTable("access_reviews");
        builder.HasKey(review => review.Id);
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.State).IsConcurrencyToken();
        builder.Property(review => review.Version).IsConcurrencyToken();
        builder
            .HasIndex(review => new { review.Role, review.Scope }, OneRunning)
            .IsUnique()
            .HasFilter("state IN ('InProgress', 'Completing')");
        builder.HasIndex(review => new { review.Series, review.Occurrence }, OneOccurrence).IsUnique();
        builder.HasIndex(review => review.DueAt).HasFilter("due_at IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ReviewItemRow> builder)
    {
        builder.ToTable("review_items");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Result).IsConcurrencyToken();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasIndex(item => new { item.Review, item.Number }).IsUnique();
        builder.HasIndex(item => new { item.Review, item.Assignment }).IsUnique();
        builder.HasIndex(item => new { item.Reviewer, item.Review });
        builder.HasIndex(item => item.Removal).HasFilter("removal IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ReviewerRow> builder)
    {
        builder.ToTable("reviewers");
        builder.HasKey(reviewer => new
        {
            reviewer.Review,
            reviewer.Person,
            reviewer.Pool,
        });
        builder.HasIndex(reviewer => reviewer.Person);
    }
}

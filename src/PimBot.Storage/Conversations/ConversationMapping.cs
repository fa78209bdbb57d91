using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PimBot.Storage.Conversations;

internal sealed class ConversationMapping : IEntityTypeConfiguration<BotDocumentRow>, IEntityTypeConfiguration<TurnRow>
{
    public const string DocumentsPrimaryKey = "pk_bot_documents";
    public const string TurnsPrimaryKey = "pk_turns";

    public void Configure(EntityTypeBuilder<BotDocumentRow> builder)
    {
        builder.ToTable("bot_documents");
        builder.HasKey(document => document.Key).HasName(DocumentsPrimaryKey);
        builder.Property(document => document.Version).IsConcurrencyToken();
        builder.HasIndex(document => document.WrittenAt);
    }

    public void Configure(EntityTypeBuilder<TurnRow> builder)
    {
        builder.ToTable("turns");
        builder.HasKey(turn => turn.Key).HasName(TurnsPrimaryKey);
        builder.HasIndex(turn => turn.RecordedAt);
    }
}

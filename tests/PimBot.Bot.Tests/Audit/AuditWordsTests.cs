using PimBot.Bot.Wording;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Tests.Audit;

public sealed class AuditWordsTests
{
    public static TheoryData<AuditAction> Actions => [.. Enum.GetValues<AuditAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_its_sentence_and_its_kind(AuditAction action)
    {
        Assert.True(AuditSentences.Knows(action), $"{action} has no sentence in AuditSentences");
        Assert.True(AuditKinds.Of(action) is not AuditKind.Other, $"{action} has no kind in AuditKinds");
    }
}

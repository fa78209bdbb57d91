using PimBot.Domain.Access;

namespace PimBot.Domain.Tests.Access;

public sealed class PersonTests
{
    [Theory]
    [InlineData("a", null, "a", null, true)]
    [InlineData("a", null, "b", null, false)]
    [InlineData("a", "b", "b", null, true)]
    [InlineData("b", null, "a", "b", true)]
    [InlineData("a", "c", "b", "c", true)]
    [InlineData("a", "c", "b", "d", false)]
    [InlineData("a", "b", "b", "a", true)]
    public void Linked_accounts_are_one_human_being(
        string id,
        string? linkedTo,
        string otherId,
        string? otherLinkedTo,
        bool same
    ) => Assert.Equal(same, Of(id, linkedTo).IsSameHumanAs(Of(otherId, otherLinkedTo)));

    private static Person Of(string id, string? linkedTo) =>
        Given.Person(id) with
        {
            LinkedTo = linkedTo is null ? null : new PersonId(linkedTo),
        };
}

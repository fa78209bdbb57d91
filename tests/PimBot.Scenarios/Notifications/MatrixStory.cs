using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Notifications;

/// <summary>Each of the nine cells of a role's notifications, on, off, and for critical words only.</summary>
public sealed class MatrixStory : IAsyncDisposable
{
    private const string Desk = "desk@contoso.example";
    private const string AskForReading = "activate Global Reader for 2h because the audit";
    private readonly FakeMailServer server = FakeMailServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(NotificationEvents.EligibleAssignment, true, false)]
    [InlineData(NotificationEvents.EligibleAssignment, false, false)]
    [InlineData(NotificationEvents.EligibleAssignment, true, true)]
    [InlineData(NotificationEvents.ActiveAssignment, true, false)]
    [InlineData(NotificationEvents.ActiveAssignment, false, false)]
    [InlineData(NotificationEvents.ActiveAssignment, true, true)]
    [Rule("F8")]
    public async Task Administrators_hear_of_assignments_when_their_cell_is_on_and_not_for_critical_only(
        NotificationEvents about,
        bool isOn,
        bool isCriticalOnly
    )
    {
        await using var scene = await StartsAsync(NotificationRecipient.Administrators, about, isOn, isCriticalOnly);

        await scene.Gives(scene.Erin, Administration.GlobalReader, TypeOf(about), TimeSpan.FromDays(90));

        var isTold = isOn && !isCriticalOnly;
        Assert.Equal(isTold, Reads(scene.Person("Emergency access 1"), "Erin Eriksen"));
        Assert.True(Reads(scene.Erin, "Global Reader"));
        Assert.Equal(isCriticalOnly ? 0 : 1, server.To(Desk).Count);
    }

    [Theory]
    [InlineData(NotificationEvents.EligibleAssignment, true, false)]
    [InlineData(NotificationEvents.EligibleAssignment, false, false)]
    [InlineData(NotificationEvents.EligibleAssignment, true, true)]
    [InlineData(NotificationEvents.ActiveAssignment, true, false)]
    [InlineData(NotificationEvents.ActiveAssignment, false, false)]
    [InlineData(NotificationEvents.ActiveAssignment, true, true)]
    [Rule("F8")]
    public async Task Assignees_hear_of_it_when_their_cell_is_on_and_for_critical_only_of_its_end_alone(
        NotificationEvents about,
        bool isOn,
        bool isCriticalOnly
    )
    {
        await using var scene = await StartsAsync(NotificationRecipient.Requestor, about, isOn, isCriticalOnly);

        await scene.Gives(scene.Grace, Administration.GlobalReader, TypeOf(about), TimeSpan.FromDays(90));
        Assert.Equal(isOn && !isCriticalOnly, Reads(scene.Grace, "Global Reader"));
        Assert.Equal(isCriticalOnly ? 0 : 1, server.To(Desk).Count);

        await scene.Advances(TimeSpan.FromDays(77));
        Assert.Equal(isOn, Reads(scene.Grace, "Your assignment of Global Reader ends soon"));
        Assert.Equal(isCriticalOnly ? 1 : 2, server.To(Desk).Count);
        Assert.True(Reads(scene.Person("Emergency access 1"), "Grace Gallo"));
    }

    [Theory]
    [InlineData(NotificationEvents.EligibleAssignment, true, false)]
    [InlineData(NotificationEvents.EligibleAssignment, false, false)]
    [InlineData(NotificationEvents.EligibleAssignment, true, true)]
    [InlineData(NotificationEvents.ActiveAssignment, true, false)]
    [InlineData(NotificationEvents.ActiveAssignment, false, false)]
    [InlineData(NotificationEvents.ActiveAssignment, true, true)]
    [Rule("F8")]
    public async Task Who_decides_wishes_for_more_time_is_asked_when_their_cell_is_on_critical_or_not(
        NotificationEvents about,
        bool isOn,
        bool isCriticalOnly
    )
    {
        await using var scene = await StartsAsync(NotificationRecipient.Approvers, about, isOn, isCriticalOnly);
        var given = await scene.Gives(scene.Grace, Administration.GlobalReader, TypeOf(about), TimeSpan.FromDays(10));

        var wish = await scene.Orders(
            new AssignmentCommand
            {
                Action = RequestAction.SelfExtend,
                Actor = new PersonId(scene.Grace.Id),
                Assignment = given.Assignment,
                Ask = given.Ask with
                {
                    End = scene.Clock.GetUtcNow() + TimeSpan.FromDays(60),
                    Justification = "audit goes on",
                },
            }
        );

        Assert.True(wish.IsPending);
        Assert.Equal(isOn, Reads(scene.Frank, "asks to extend Global Reader"));
        Assert.Single(server.To(Desk));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [Rule("F1", "F8")]
    public async Task Administrators_hear_of_activations_when_their_cell_is_on_and_not_for_critical_only(
        bool isOn,
        bool isCriticalOnly
    )
    {
        await using var scene = await StartsAsync(
            NotificationRecipient.Administrators,
            NotificationEvents.Activation,
            isOn,
            isCriticalOnly
        );

        await scene.Carol.Says(AskForReading);
        await scene.Passes(scene.Carol);

        scene.Carol.Sees("Active until");
        Assert.Equal(isOn && !isCriticalOnly, Reads(scene.Frank, "Carol Castillo activated Global Reader"));
        Assert.Equal(isCriticalOnly ? 0 : 1, server.To(Desk).Count);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [Rule("F3", "F8")]
    public async Task Requesters_are_answered_in_any_case_and_told_more_as_their_cell_says(
        bool isOn,
        bool isCriticalOnly
    )
    {
        await using var scene = await StartsAsync(
            NotificationRecipient.Requestor,
            NotificationEvents.Activation,
            isOn,
            isCriticalOnly
        );
        await NeedsApproval(scene);
        await scene.Carol.Says(AskForReading);
        await scene.Passes(scene.Carol);
        scene.Carol.Sees("Waiting for approval");
        var before = scene.Carol.Chat.Messages.Count;

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        // The card shows it in any case; only a new message is a word that was not asked for.
        scene.Carol.Sees("Active until");
        var isTold = isOn && !isCriticalOnly;
        Assert.Equal(isTold ? 1 : 0, scene.Carol.Chat.Messages.Count - before);
        Assert.Equal(isCriticalOnly ? 0 : 1, server.To(Desk).Count);

        await scene.Advances(TimeSpan.FromMinutes(110));
        Assert.Equal(isOn, Reads(scene.Carol, "Global Reader ends soon"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [Rule("F2", "F8")]
    public async Task Approvers_get_a_card_when_their_cell_is_on_critical_or_not_and_find_it_in_any_case(
        bool isOn,
        bool isCriticalOnly
    )
    {
        await using var scene = await StartsAsync(
            NotificationRecipient.Approvers,
            NotificationEvents.Activation,
            isOn,
            isCriticalOnly
        );
        await NeedsApproval(scene);

        await scene.Carol.Says(AskForReading);
        await scene.Passes(scene.Carol);

        Assert.Equal(isOn, Reads(scene.Frank, "Carol Castillo asks for Global Reader"));
        Assert.Contains("asks for Global Reader", Assert.Single(server.To(Desk)).Text, StringComparison.Ordinal);
        await scene.Frank.Says("approvals");
        scene.Frank.Sees("Carol Castillo asks for Global Reader");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Carol.Sees("Active until");
    }

    private static AssignmentType TypeOf(NotificationEvents about) =>
        about is NotificationEvents.EligibleAssignment ? AssignmentType.Eligible : AssignmentType.Active;

    private static bool Reads(TestPerson person, string text) =>
        person.Chat.ToString().Contains(text, StringComparison.Ordinal);

    private static Task NeedsApproval(Scene scene) =>
        scene.ChangesPolicy(
            Administration.GlobalReader,
            policy =>
                policy with
                {
                    Require = policy.Require | ActivationRequirements.Approval,
                    Approvers = [new ApproverReference { Person = new PersonId(scene.Frank.Id) }],
                }
        );

    private async Task<Scene> StartsAsync(
        NotificationRecipient recipient,
        NotificationEvents about,
        bool isOn,
        bool isCriticalOnly
    )
    {
        var scene = await Scene.StartAsync(new SceneOptions { Settings = server.Settings });
        await scene.Sets(
            Administration.GlobalReader,
            new NotificationRule
            {
                Recipient = recipient,
                Event = about,
                IsDefaultRecipientsEnabled = isOn,
                IsCriticalOnly = isCriticalOnly,
                FurtherRecipients = [Desk],
            }
        );
        return scene;
    }
}

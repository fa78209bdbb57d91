using PimBot.Application.Audit;
using PimBot.Bot.Tests.Cards;
using PimBot.Bot.Wording;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Tests.Audit;

public sealed class AuditWordsTests
{
    private const string Reviewed = "review=1 2 ";

    public static TheoryData<AuditAction> Actions => [.. Enum.GetValues<AuditAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_its_sentence_and_its_kind(AuditAction action)
    {
        Assert.True(AuditSentences.Knows(action), $"{action} has no sentence in AuditSentences");
        Assert.True(AuditKinds.Of(action) is not AuditKind.Other, $"{action} has no kind in AuditKinds");
    }

    [Theory]
    [InlineData(Reviewed + "Deny", "Frank answered whether Bob still needs the role: Deny")]
    [InlineData(Reviewed + "DontKnow", "Frank answered whether Bob still needs the role: Don’t know")]
    [InlineData(
        Reviewed + "Approve recommended",
        "Frank answered whether Bob still needs the role: Approve, as recommended"
    )]
    [InlineData("of old", "Frank answered whether Bob still needs the role")]
    public void An_answer_is_said(string detail, string sentence) =>
        Assert.Equal(sentence, Say(AuditAction.ReviewAnswered, detail));

    [Theory]
    [InlineData("Kept", "After the access review Bob keeps the role")]
    [InlineData("Removed", "After the access review Bob lost the role")]
    [InlineData("ToRemove:AssignmentTooYoung", "After the access review Bob is to lose the role")]
    [InlineData("Refused:LastAdministrator", "After the access review Bob keeps the role: it could not be taken away")]
    [InlineData(
        "Waiting:AnotherAdministratorNeeded",
        "After the access review Bob is to lose the role when somebody else confirms it"
    )]
    [InlineData("Gone", "Before the access review’s end Bob had lost the role")]
    [InlineData("Changed", "After the access review Bob keeps the role: the assignment is another one now")]
    [InlineData("Unheard-of", "It is settled what the access review means for Bob and the role")]
    public void What_a_review_led_to_is_said(string result, string sentence) =>
        Assert.Equal(sentence, Say(AuditAction.ReviewItemSettled, Reviewed + result));

    [Theory]
    [InlineData(
        "StaleSignInAlert Days:30->60",
        "Frank set when the alert “Potential stale accounts in a privileged role” warns: 30 → 60 days"
    )]
    [InlineData(
        "TooManyGlobalAdminsAssignedToTenantAlert Count:5->4 Percentage:10->1 enabled:False",
        "Frank set when the alert “There are too many global administrators” warns: 5 → 4, 10 → 1 %, switched off"
    )]
    [InlineData("UnheardOfAlert", "Frank set when an alert warns")]
    public void What_was_set_of_which_alert_is_said(string detail, string sentence) =>
        Assert.Equal(sentence, Say(AuditAction.AlertConfigured, detail, isAboutRole: false));

    [Theory]
    [InlineData(AuditAction.AlertDismissed, "Frank dismissed the alert “Roles are being assigned outside of PIM”")]
    [InlineData(AuditAction.AlertRestored, "Frank restored the alert “Roles are being assigned outside of PIM”")]
    [InlineData(
        AuditAction.AlertReactivated,
        "The alert “Roles are being assigned outside of PIM” was dismissed and became active again"
    )]
    [InlineData(
        AuditAction.AlertChangeRefused,
        "Frank was not allowed to change the alert “Roles are being assigned outside of PIM”"
    )]
    public void Which_alert_was_changed_is_said(AuditAction action, string sentence) =>
        Assert.Equal(
            sentence,
            Say(action, "RolesAssignedOutsidePrivilegedIdentityManagementAlert", isAboutRole: false)
        );

    [Theory]
    [InlineData(
        AuditAction.AlertIncidentOpened,
        "bob",
        "incident=1",
        "The alert “Roles are being activated too frequently” found Bob with the role"
    )]
    [InlineData(
        AuditAction.AlertIncidentOpened,
        null,
        "incident=1",
        "The alert “Roles are being activated too frequently” found the role"
    )]
    [InlineData(
        AuditAction.AlertIncidentOpened,
        null,
        "incident=1 outside=7",
        "The alert “Roles are being activated too frequently” found somebody with the role"
    )]
    [InlineData(
        AuditAction.AlertIncidentClosed,
        "bob",
        "incident=1",
        "The alert “Roles are being activated too frequently” no longer finds Bob with the role"
    )]
    [InlineData(
        AuditAction.AlertIncidentFixed,
        "bob",
        "incident=1",
        "Frank fixed what the alert “Roles are being activated too frequently” found: Bob with the role"
    )]
    public void Which_alert_found_what_is_said(AuditAction action, string? subject, string detail, string sentence) =>
        Assert.Equal(
            sentence,
            Say(action, "SequentialActivationRenewalsAlert " + detail, hasSubject: subject is not null)
        );

    private static string Say(AuditAction action, string detail, bool isAboutRole = true, bool hasSubject = true)
    {
        var cast = Cast.Ordinary;
        var (frank, bob) = (cast.Frank with { Name = "Frank" }, cast.Bob with { Name = "Bob" });
        var happened = new AuditEvent
        {
            Action = action,
            Actor = frank.Id,
            Subject = isAboutRole && hasSubject ? bob.Id : null,
            Access = isAboutRole ? cast.Access : null,
            Detail = detail,
        };
        var names = new AuditNames([frank, bob], [], [cast.Role with { Name = "the role" }], [cast.Scope]);
        return AuditSentences.Of(happened, names).Value;
    }
}

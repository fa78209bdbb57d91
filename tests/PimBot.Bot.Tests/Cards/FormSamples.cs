using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The form, for each kind of policy, empty, filled in, and given back with a problem.</summary>
internal static class FormSamples
{
    private const ActivationRequirements Everything =
        ActivationRequirements.Mfa
        | ActivationRequirements.Justification
        | ActivationRequirements.Ticket
        | ActivationRequirements.Approval;

    public static IReadOnlyList<CardSample> All { get; } =
    [
        Of("asks-nothing", ActivationRequirements.None, 3),
        Of("asks-reason", ActivationRequirements.Justification, 8),
        Of("asks-ticket", ActivationRequirements.Ticket, 8),
        Of("asks-verification", ActivationRequirements.Mfa | ActivationRequirements.Justification, 2),
        Of("asks-approval", ActivationRequirements.Approval | ActivationRequirements.Justification, 24),
        Of("asks-everything", Everything, 1),
        new(
            typeof(ActivationFormCard),
            "with-problem",
            c =>
                ActivationFormCard.For(
                    Subject(c, Everything, 1),
                    new ActivationForm("45", c.Typed, c.Why, c.Ticket.Number),
                    "The longest for this role is 1 hour."
                ),
            IsFullest: true
        ),
        new(
            typeof(ActivationFormCard),
            "extends",
            c =>
                ActivationFormCard.For(
                    Subject(c, ActivationRequirements.Justification, 2) with
                    {
                        Extends = new GrantId(new Guid("5eed0000-0000-4000-8000-000000000001")),
                    },
                    ActivationForm.Empty
                )
        ),
    ];

    private static CardSample Of(string state, ActivationRequirements require, int hours) =>
        new(
            typeof(ActivationFormCard),
            state,
            c => ActivationFormCard.For(Subject(c, require, hours), ActivationForm.Empty)
        );

    internal static ActivationSubject Subject(Cast cast, ActivationRequirements require, int hours)
    {
        var policy = RolePolicy.Default(cast.Access) with
        {
            Activation = new ActivationPolicy { Maximum = TimeSpan.FromHours(hours), Require = require },
        };
        return new ActivationSubject(cast.Role, cast.Scope, policy, null);
    }
}

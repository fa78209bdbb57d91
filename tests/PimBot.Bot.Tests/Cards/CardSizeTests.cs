using System.Text;
using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Clients of old take no more than 28 KB in a card.</summary>
public sealed class CardSizeTests
{
    private const int Most = 28 * 1024;

    [Fact]
    public void A_full_page_of_members_or_of_what_waits_stays_within_28_KB()
    {
        foreach (var name in new[] { "MembersCard.first-page", "PendingCard.everything" })
        {
            var sample = CardSample.All.Single(s => s.Name == name);
            Assert.InRange(Bytes(sample.Make(Cast.Ordinary)), 1, Most);
            Assert.InRange(Bytes(sample.Make(Cast.Hostile)), 1, 2 * Most);
        }
    }

    [Fact]
    public void The_dashboard_of_29_privileged_roles_stays_within_28_KB() =>
        Assert.InRange(
            Bytes(DashboardCard.For(AdministrationViews.Fullest(Cast.Ordinary), RequestViews.Zone)),
            1,
            Most
        );

    [Fact]
    public void The_wizard_of_29_privileged_roles_stays_within_28_KB()
    {
        var view = AdministrationViews.Fullest(Cast.Ordinary).View;
        var overview = new WizardOverview
        {
            IsSetUp = true,
            Roles = [.. view.Accesses.Where(a => a.Role.Kind is Domain.Access.RoleKind.DirectoryRole)],
            Unheld = 0,
            Standing = 1234,
            EmergencyAccounts = 0,
        };

        Assert.Equal(29, overview.Roles.Count);
        Assert.InRange(Bytes(WizardCard.For(overview)), 1, Most);
    }

    private static int Bytes(AdaptiveCard card) => Encoding.UTF8.GetByteCount(card.ToJson().ToJsonString());
}

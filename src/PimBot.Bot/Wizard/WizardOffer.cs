using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;

namespace PimBot.Bot.Wizard;

/// <summary>Shows the wizard by itself, once to each administrator, until changes were made in it.</summary>
internal static class WizardOffer
{
    public const string Summary = "Who holds privileged roles";

    /// <summary>The card to show, which counts as shown from now on; null: nothing is to be shown.</summary>
    public static async Task<AdaptiveCard?> TakeAsync(
        IPimUnitOfWork work,
        Person person,
        CancellationToken cancellation
    )
    {
        if (
            !await WizardReader.IsDueForAsync(work, person, cancellation)
            || await work.Bot.ReadAsync(KeyOf(person), cancellation) is not null
        )
        {
            return null;
        }

        await RememberAsync(work, person, cancellation);
        return await CardAsync(work, person, cancellation);
    }

    /// <summary>The wizard's first card; null for whoever does not manage the directory's roles.</summary>
    public static async Task<AdaptiveCard?> CardAsync(
        IPimUnitOfWork work,
        Person person,
        CancellationToken cancellation
    ) =>
        await WizardReader.OverviewAsync(work, person.Id, cancellation) is not { } overview ? null
        : overview.IsSetUp ? WizardCard.For(overview)
        : WizardSetUpCard.For(person, await SetUpService.HeldAsync(work, person.Id, cancellation));

    /// <summary>The person has seen it.</summary>
    public static Task RememberAsync(IPimUnitOfWork work, Person person, CancellationToken cancellation) =>
        work.Bot.WriteAsync(KeyOf(person), "{}", cancellation);

    private static string KeyOf(Person person) => $"wizard/{person.Id}";
}

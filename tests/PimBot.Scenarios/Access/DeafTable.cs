using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Scenarios.Access;

/// <summary>A table behind the local target that takes orders without a word and does nothing, a number of times.</summary>
internal sealed class DeafTable
{
    /// <summary>How many more grants are ignored.</summary>
    public int DeafToGrants { get; set; }

    /// <summary>How many more removals are ignored.</summary>
    public int DeafToRemovals { get; set; }

    public void Wrap(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(ILocalAccessTable));
        services.Remove(real);
        services.AddSingleton<ILocalAccessTable>(provider => new Deaf(this, Make(real, provider)));
    }

    private static ILocalAccessTable Make(ServiceDescriptor real, IServiceProvider provider) =>
        (ILocalAccessTable)(
            real.ImplementationInstance
            ?? real.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)
        );

    private sealed class Deaf(DeafTable how, ILocalAccessTable real) : ILocalAccessTable
    {
        public Task EnsureAsync(TargetGrant grant, DateTimeOffset now, CancellationToken cancellation) =>
            how.DeafToGrants-- > 0 ? Task.CompletedTask : real.EnsureAsync(grant, now, cancellation);

        public Task RemoveAsync(GrantId grant, CancellationToken cancellation) =>
            how.DeafToRemovals-- > 0 ? Task.CompletedTask : real.RemoveAsync(grant, cancellation);

        public Task<bool> HoldsAsync(GrantId grant, CancellationToken cancellation) =>
            real.HoldsAsync(grant, cancellation);

        public Task<IReadOnlyList<LocalAccess>> HeldByAsync(PersonId person, CancellationToken cancellation) =>
            real.HeldByAsync(person, cancellation);
    }
}

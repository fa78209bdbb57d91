using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PimBot.Bot.Verification;

namespace PimBot.Verification;

/// <summary>Links to the playground’s page: in Development on loopback only, elsewhere there is none.</summary>
internal sealed class DemoVerificationLinks(IServer server, IHostEnvironment environment) : IVerificationLinks
{
    public Uri? For(Guid ticket) =>
        environment.IsDevelopment() && Address() is { } address
            ? new Uri(address, $"{DemoVerification.Path}/{ticket:N}")
            : null;

    private Uri? Address() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } text
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.IsLoopback
            ? address
            : null;
}

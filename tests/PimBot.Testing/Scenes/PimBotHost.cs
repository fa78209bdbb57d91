using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace PimBot.Testing;

/// <summary>The real host: the product's <c>Program</c> in environment Development, on real Kestrel.</summary>
public sealed class PimBotHost : WebApplicationFactory<Program>, ISceneHost
{
    private readonly SceneSetup setup;

    private PimBotHost(SceneSetup setup)
    {
        this.setup = setup;
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
    }

    public Uri Address
    {
        get
        {
            var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            return new Uri(addresses.First(address => !address.EndsWith(":0", StringComparison.Ordinal)) + "/");
        }
    }

    /// <summary>Starts the product. What it throws at start is thrown here.</summary>
    public static async Task<ISceneHost> StartAsync(SceneSetup setup)
    {
        var host = new PimBotHost(setup);
        try
        {
            await Task.Run(host.StartServer);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(RepositoryRoot.File("src/PimBot"));
        builder.UseEnvironment("Development");
        foreach (var (key, value) in setup.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(setup.ConfigureServices);
    }
}

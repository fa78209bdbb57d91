using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace PimBot.Testing.Tests;

public sealed class RealHostTests
{
    [Fact]
    public async Task The_product_starts_on_a_real_port_with_the_scenes_settings_and_clock()
    {
        await using var scene = await Scene.StartAsync(
            new SceneOptions
            {
                DirectoryFile = RepositoryRoot.File("tests/PimBot.Testing.Tests/Scenes/people.json"),
                Installed = [],
            }
        );

        Assert.Same(scene.Clock, scene.Services.GetRequiredService<TimeProvider>());
        Assert.Equal(scene.Bot.AppId, scene.Services.GetRequiredService<IConfiguration>()["Bot:AppId"]);
        Assert.Equal("Development", scene.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
        Assert.Equal("127.0.0.1", scene.Http.BaseAddress!.Host);
        using var answer = await scene.Http.GetAsync(
            new Uri("/no-such-page", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.True((int)answer.StatusCode is >= 400 and < 500);

        await scene.Restarts();
        Assert.Same(scene.Clock, scene.Services.GetRequiredService<TimeProvider>());
    }
}

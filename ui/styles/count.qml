<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" styleCategories="Symbology|Rendering" version="3.22.16-Białowieża" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling enabled="false" zoomedOutResamplingMethod="nearestNeighbour" zoomedInResamplingMethod="nearestNeighbour" maxOversampling="2"/>
    </provider>
    <rasterrenderer opacity="1" classificationMax="100" alphaBand="-1" nodataColor="" band="1" type="singlebandpseudocolor" classificationMin="0">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" maximumValue="100" colorRampType="INTERPOLATED" classificationMode="1" minimumValue="0" labelPrecision="6">
          <item color="#00224e" value="0" alpha="255" label="0"/>
          <item color="#123570" value="11.11111111111111" alpha="255" label="11.11"/>
          <item color="#3b496c" value="22.22222222222222" alpha="255" label="22.22"/>
          <item color="#575d6d" value="33.33333333333333" alpha="255" label="33.33"/>
          <item color="#707173" value="44.44444444444444" alpha="255" label="44.44"/>
          <item color="#8a8678" value="55.55555555555556" alpha="255" label="55.56"/>
          <item color="#a59c74" value="66.66666666666666" alpha="255" label="66.67"/>
          <item color="#c3b369" value="77.77777777777777" alpha="255" label="77.78"/>
          <item color="#e1cc55" value="88.88888888888889" alpha="255" label="88.89"/>
          <item color="#fee838" value="100" alpha="255" label="100"/>
          <rampLegendSettings orientation="2" useContinuousLegend="1" minimumLabel="" direction="0" suffix=" pairs" maximumLabel="" prefix="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option value="" type="QChar" name="decimal_separator"/>
                <Option value="6" type="int" name="decimals"/>
                <Option value="0" type="int" name="rounding_type"/>
                <Option value="false" type="bool" name="show_plus"/>
                <Option value="true" type="bool" name="show_thousand_separator"/>
                <Option value="false" type="bool" name="show_trailing_zeros"/>
                <Option value="" type="QChar" name="thousand_separator"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast gamma="1" brightness="0" contrast="0"/>
    <huesaturation colorizeOn="0" invertColors="0" colorizeRed="255" colorizeBlue="128" grayscaleMode="0" saturation="0" colorizeStrength="100" colorizeGreen="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
